// Preloaded into a server (NODE_OPTIONS=--import): its clock jumps by up to an hour, back and forth, many times a second.
const realNow = Date.now;
let offsetMs = 0;
setInterval(() => {
  offsetMs = Math.round((Math.random() - 0.5) * 2 * 3_600_000);
}, 150).unref();
Date.now = () => realNow() + offsetMs;
