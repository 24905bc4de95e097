#!/usr/bin/env python3
"""Opens pages in headless Chromium and checks them: accessibility (axe-core), width, paper.

    check_pages.py PAGE.html… [--pictures FOLDER]

Each page is opened at phone width in the dark and at desktop width in the light, with --pictures in all
four ways. A violation of an axe-core rule, a page
that scrolls sideways, an error in its script or, of a page in a folder `residents`, a print of more than
one sheet is a failure (exit 1). Needs Debian's chromium and chromium-driver, and selenium and axe-core-python from
PyPI; where one is absent it says so and exits with 77.
"""
import argparse
import base64
import pathlib
import re
import shutil
import sys


def absent(what):
    print(f"skipped: {what} is absent")
    sys.exit(77)


try:
    import axe_core_python
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service
except ImportError as error:
    absent(error.name)
CHROMIUM = shutil.which("chromium") or absent("chromium")
DRIVER = shutil.which("chromedriver") or absent("chromium-driver")
AXE = next(iter(pathlib.Path(axe_core_python.__path__[0]).rglob("axe*.js")), None) or absent("axe.js")

RUN_AXE = """
var done = arguments[0];
axe.run({resultTypes: ['violations']}).then(
  function (r) { done(r.violations.map(function (v) {
    return v.id + ': ' + v.help + ' (' + v.nodes.length + ') ' + v.nodes[0].html.slice(0, 160); })); },
  function (e) { done([String(e)]); });
"""


# Colours do not depend on the width: each view is seen once, and all of them for pictures.
SCHEMES = {390: ["dark"], 1280: ["light"]}


def browser():
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]:
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    driver.set_script_timeout(300)
    return driver


def check(driver, page, pictures):
    faults = []
    for width in (390, 1280):
        for scheme in SCHEMES[width]:
            command = driver.execute_cdp_cmd
            command(
                "Emulation.setEmulatedMedia",
                {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
            command(
                "Emulation.setDeviceMetricsOverride",
                {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500})
            driver.get(page.resolve().as_uri())
            where = f"{page.name}, {width} px, {scheme}"
            driver.execute_script(AXE.read_text())
            faults += [f"{where}: {one}" for one in driver.execute_async_script(RUN_AXE)]
            wide = driver.execute_script("return document.documentElement.scrollWidth")
            if wide > width:
                faults.append(f"{where}: {wide} px wide")
            if pictures:
                height = driver.execute_script("return document.documentElement.scrollHeight")
                clip = {"x": 0, "y": 0, "width": width, "height": min(height, 12000), "scale": 1}
                shot = command("Page.captureScreenshot", {"captureBeyondViewport": True, "clip": clip})
                name = f"{page.stem}-{width}-{scheme}.png"
                (pictures / name).write_bytes(base64.b64decode(shot["data"]))
    faults += filters(driver, page)
    faults += [f"{page.name}: {entry['message']}" for entry in driver.get_log("browser")]
    paper = base64.b64decode(driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"])
    if pictures:
        (pictures / f"{page.stem}.pdf").write_bytes(paper)
    sheets = len(re.findall(rb"/Type\s*/Page\b", paper))
    if page.parent.name == "residents" and sheets != 1:
        faults.append(f"{page.name}: {sheets} sheets of paper")
    return faults


def filters(driver, page):
    """The choice of a quartier leaves the columns of the others out, and its reset brings them back."""
    return [f"{page.name}: {fault}" for fault in driver.execute_async_script(
        """
        var done = arguments[0], form = document.getElementById('filter');
        if (!form || !form.quartier) { return done([]); }
        var faults = [], choice = form.quartier, wanted = choice.options[1].value;
        function shown() {
          return Array.from(document.querySelectorAll('[data-quartier]')).filter(
            function (one) { return !one.hidden; });
        }
        var all = shown().length;
        choice.value = wanted;
        choice.dispatchEvent(new Event('change', {bubbles: true}));
        var left = shown();
        if (!left.length || left.some(function (one) { return one.dataset.quartier !== wanted; })) {
          faults.push('the filter shows ' + left.length + ' elements');
        }
        form.reset();
        setTimeout(function () {
          if (shown().length !== all) { faults.push('the reset does not show all'); }
          done(faults);
        }, 50);
        """)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pages", nargs="+", type=pathlib.Path)
    parser.add_argument("--pictures", type=pathlib.Path)
    options = parser.parse_args()
    if options.pictures:
        options.pictures.mkdir(parents=True, exist_ok=True)
        SCHEMES.update({390: ["light", "dark"], 1280: ["light", "dark"]})
    driver = browser()
    try:
        faults = [
            fault for page in options.pages
            for fault in check(driver, page, options.pictures)]
    finally:
        driver.quit()
    print("\n".join(faults) if faults else f"{len(options.pages)} pages: no fault")
    sys.exit(1 if faults else 0)


main()
