/** The one site of the lessons on the web, and its one customer. */
export const BANK = 'bank.example';
export const USER = 'alice';
export const PASSWORD = 'open-sesame';
