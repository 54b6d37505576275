/** The secret of every test: contexts in the test and servers beside it know the same cards and tokens. */
export const TEST_SECRET = 'a secret for tests only, of 32 characters and more';
