// While the app is still being read this asks for the page of the address; the app takes over (app/page-file.ts).
(function () {
  const asked = /^#\/([\w-]+(?:\/[\w-]+)*)\/?(?:[?#]|$)/.exec(location.hash);
  if (!asked) return;
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.name = 'custodia-page';
  const first = { address: 'static/' + asked[1] + '.html', frame, data: undefined };
  frame.src = first.address;
  addEventListener('message', function ({ source, data }) {
    if (source === frame.contentWindow) first.data = first.data || data;
  });
  document.documentElement.append(frame);
  window.custodiaFirst = first;
})();
