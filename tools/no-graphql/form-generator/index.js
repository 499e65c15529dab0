export * from '../left-out.js';
