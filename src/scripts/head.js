(function (d) {
  d.classList.add('js');
  try {
    var t = localStorage.getItem('custodia:theme');
    if (t) d.dataset.theme = t;
  } catch {
    /* The device's own theme. */
  }
})(document.documentElement);
