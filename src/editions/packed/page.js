// In the hidden frame of the packed app this page hands itself over as it is written, without becoming a page there:
// what follows `plaintext` is text, and no style of it is read. Opened by itself this script does nothing.
if (parent !== window && name === 'custodia-page') {
  document.write('<plaintext>');
  addEventListener('DOMContentLoaded', function () {
    const root = document.documentElement.cloneNode().outerHTML.replace(/<\/html>$/, '');
    const head = '<head>' + document.querySelector('title').outerHTML;
    parent.postMessage(root + head + document.querySelector('plaintext').textContent, '*');
  });
}
