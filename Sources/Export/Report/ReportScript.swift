/// What the page does by itself: its filter, and tables that open for print. Without it the page
/// shows everything.
enum ReportScript {
  static let text = """
    (function () {
      'use strict';
      var form = document.getElementById('filter');
      function each(list, act) { Array.prototype.forEach.call(list, act); }
      window.addEventListener('beforeprint', function () {
        each(document.querySelectorAll('details'), function (one) {
          if (!one.open) { one.open = true; one.dataset.closed = ''; }
        });
      });
      window.addEventListener('afterprint', function () {
        each(document.querySelectorAll('details[data-closed]'), function (one) {
          one.open = false; delete one.dataset.closed;
        });
      });
      if (!form) { return; }
      form.hidden = false;
      var status = document.getElementById('filtered');
      function apply() {
        var names = [], wanted = {};
        each(form.querySelectorAll('select'), function (choice) {
          wanted[choice.name] = choice.value;
          if (choice.value) { names.push(choice.selectedOptions[0].textContent); }
        });
        each(document.querySelectorAll('[data-quartier], [data-source]'), function (one) {
          one.hidden = ['quartier', 'source'].some(function (key) {
            return wanted[key] && key in one.dataset && one.dataset[key] !== wanted[key];
          });
        });
        status.textContent = names.length ? status.dataset.word + names.join(', ') : '';
      }
      form.addEventListener('change', apply);
      form.addEventListener('reset', function () { setTimeout(apply, 0); });
      form.addEventListener('submit', function (event) { event.preventDefault(); });
      apply();
    })();

    """
}
