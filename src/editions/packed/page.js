// In the hidden frame of the packed app this page hands itself over. Opened by itself it does nothing.
if (parent !== window && name === 'custodia-page')
  addEventListener('DOMContentLoaded', function () {
    parent.postMessage(document.documentElement.outerHTML, '*');
  });
