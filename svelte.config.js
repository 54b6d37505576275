import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

// `npm run dev` says so: Vite tells the browser of changes over a websocket.
const isDevelopment = process.env.NODE_ENV === 'development';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ out: 'build/new', precompress: true }),
		// The map of all routes would come with every first visit and grow with every page: ask for one at a time.
		router: { resolution: 'server' },
		// The door checks Origin itself, for every write and every content type (contract §2, Doors).
		csrf: { trustedOrigins: ['*'] },
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'connect-src': isDevelopment ? ['self', 'ws:'] : ['self'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		},
		typescript: {
			config: (config) => {
				config.include.push('../migrations/**/*.ts', '../tests/**/*.ts');
				return config;
			}
		}
	}
};
