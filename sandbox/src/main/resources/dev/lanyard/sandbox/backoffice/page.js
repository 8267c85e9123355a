(function () {
  var all = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };
  all('.pickadate-date').forEach(function (i) { if (!i.value) { i.value = i.getAttribute('data-value') || ''; } });
  var box = document.querySelector('.boac-accessible-sites');
  function settle() {
    var everywhere = document.querySelector('#boac-permission-type-region, #boac-site-options-list') &&
        (document.querySelector('#boac-permission-type-region') || document.querySelector('#boac-permission-type-site')).checked;
    all('.boac-permission-region-option').forEach(function (region) {
      var id = region.getAttribute('data-region-id');
      region.disabled = everywhere;
      all('.boac-permission-district-option-for-region-' + id).forEach(function (district) {
        var d = district.getAttribute('data-district-id');
        district.disabled = everywhere || region.checked;
        all('.boac-permission-site-option-for-district-' + d).forEach(function (site) {
          document.getElementById('boac-permission-site-option-hidden-input-' + site.value).disabled =
              everywhere || region.checked || district.checked || site.checked;
        });
      });
    });
    all('#boac-site-options-list .boac-permission-site-option').forEach(function (site) {
      var member = document.getElementById('boac-permission-site-option-hidden-input-' + site.value);
      site.disabled = everywhere;
      if (member) { member.disabled = everywhere || site.checked; }
    });
  }
  if (box) {
    box.addEventListener('change', settle);
    box.closest('form').addEventListener('submit', function () {
      settle();
      all('[name$="[isAvailable]"]').forEach(function (i) { i.disabled = true; });
    });
  }
  var template = document.querySelector('#employee-permission-update-form #template');
  if (template) {
    var ids = function (name) { return (template.selectedOptions[0].getAttribute(name) || '').split(',').filter(Boolean); };
    template.addEventListener('change', function () {
      all('.permission-grant, .permission-override').forEach(function (i) { i.checked = false; });
      ids('data-permissions-set').forEach(function (id) { document.getElementById('perm-grant-' + id).checked = true; });
      ids('data-manager-override-permissions-set').forEach(function (id) { document.getElementById('perm-override-' + id).checked = true; });
    });
    document.getElementById('action-approval-authority').addEventListener('change', function (event) {
      var on = event.target.checked;
      all('.permission-grant').forEach(function (i) { i.checked = on; });
      all('.permission-override').forEach(function (i) { i.checked = false; });
      document.getElementById('has-action-approval-authority').value = on ? '1' : '0';
    });
    all('.permission-grant').forEach(function (grant) {
      grant.addEventListener('change', function () {
        document.getElementById('perm-override-' + grant.getAttribute('data-permission-id')).checked = false;
        var full = all('.permission-grant').every(function (i) { return i.checked; }) &&
            !all('.permission-override').some(function (i) { return i.checked; });
        document.getElementById('has-action-approval-authority').value = full ? '1' : '0';
      });
    });
  }
  var users = document.querySelector('#user-permissions-update-form #template');
  if (users) {
    users.addEventListener('change', function () {
      var set = (users.selectedOptions[0].getAttribute('data-permissions-set') || '').split(',');
      all('input[name$="[isEnabled]"]').forEach(function (i) {
        i.checked = set.indexOf(document.querySelector('input[name="' + i.name.replace('isEnabled', 'token') + '"]').value) >= 0;
      });
    });
  }
  var eligible = document.getElementById('employee-compensation-overtime-eligible');
  if (eligible) {
    eligible.addEventListener('change', function () { document.getElementById('employee-compensation-overtime-rate').disabled = !eligible.checked; });
  }
  var wageType = document.getElementById('employee-compensation-wage-type');
  if (wageType) {
    var showSalary = function () { document.querySelector('.salary-part').style.display = wageType.value === '0' ? '' : 'none'; };
    wageType.addEventListener('change', showSalary);
    showSalary();
  }
  var wash = document.getElementById('employee-of-the-wash-toggle');
  if (wash) {
    var show = function () {
      document.getElementById('wash-employee').style.display = wash.checked ? '' : 'none';
      document.getElementById('non-wash-employee').style.display = wash.checked ? 'none' : '';
      all('#non-wash-employee input').forEach(function (i) { i.disabled = wash.checked; });
    };
    wash.addEventListener('change', show);
    show();
    document.getElementById('user-employee').addEventListener('change', function (event) {
      document.getElementById('user-email').value = event.target.selectedOptions[0].getAttribute('data-email') || '';
    });
  }
})();
