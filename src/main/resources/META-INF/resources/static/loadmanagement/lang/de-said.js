// SteVe Load Management, GPL-3.0-or-later. What the server says in English, in German; {0} stands for what changes.
export default [
];
