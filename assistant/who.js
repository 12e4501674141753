// A session may end while the page is open. Its next request is then refused, and leads to logging in again.
const asked = window.fetch;
window.fetch = async (...request) => {
  const reply = await asked(...request);
  if (reply.status === 401) window.location.assign("/log-in?ended");
  return reply;
};
