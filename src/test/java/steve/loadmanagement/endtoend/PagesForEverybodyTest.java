/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import support.Await;
import support.Browser;
import support.RawStation;

/** Whether everybody can use the pages: in both languages, on a phone, without a mouse, and without harm. */
class PagesForEverybodyTest extends HostInBrowser {

    private static final long MOST_BYTES = 250_000;
    private static final String SCRIPT = "<img src=x onerror='window.harmed=true'>";

    private static RawStation station;
    private static int strand;

    @BeforeAll
    static void aCarChargesOnAStrand() {
        strand = operator.strand("""
                {"name":"Everybody %s","limitMa":{"L1":20000,"L2":20000,"L3":20000},"limitW":12000,"mode":"OBSERVE","marginMa":1000}""".formatted(SCRIPT));
        station = connect("EV&1+1");
        assign(strand, "EV&1+1");
        station.start(1);
        Await.until(
                "it is granted something",
                () -> evse("EV&1+1").path("grantedMa").asInt() > 0);
    }

    @AfterAll
    static void closeStation() {
        station.close();
    }

    private static String route(String route) {
        return route.replace("N", String.valueOf(strand)).replace("EVSE", "EV%261%2B1%2F1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/strand/N",
                "/why?evse=EVSE",
                "/edit/N",
                "/edit",
                "/evses",
                "/priorities",
                "/events",
                "/reports",
                "/audit",
                "/stations",
                "/grid",
                "/meter",
                "/limits",
                "/peaks",
                "/dimming",
                "/signals",
                "/signal",
                "/sheet/N"
            })
    void noPageHasASeriousFindingOfAccessibility(String route) throws IOException {
        browser.open(route(route));
        browser.script("return window.scrollY");
        Object found = browser.driver().executeAsyncScript(axe() + """
                ;const done = arguments[arguments.length - 1];
                axe.run('#lm').then(result => done(result.violations
                    .filter(one => ['serious', 'critical'].includes(one.impact))
                    .map(one => one.id + ': ' + one.nodes.map(node => node.html).slice(0, 3).join(' | '))));""");
        assertThat(found).isEqualTo(List.of());
        assertThat(browser.script("return document.documentElement.lang")).isEqualTo("en");
    }

    private static String axe() throws IOException {
        try (InputStream in = PagesForEverybodyTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/strand/N",
                "/why?evse=EVSE",
                "/edit/N",
                "/evses",
                "/priorities",
                "/events",
                "/reports",
                "/audit",
                "/stations",
                "/grid",
                "/meter",
                "/limits",
                "/peaks",
                "/dimming",
                "/signals",
                "/signal"
            })
    void aPhoneNeedsNoScrollingSideways(String route) {
        try {
            browser.driver()
                    .executeCdpCommand(
                            "Emulation.setDeviceMetricsOverride",
                            java.util.Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
            browser.open(route(route));
            assertThat(browser.script("return document.getElementById('lm').scrollWidth"
                            + " - document.getElementById('lm').clientWidth"))
                    .isEqualTo(0L);
        } finally {
            browser.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", java.util.Map.of());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1400, 1100, 800, 600})
    void theTabsStandInRowsBelowTheHostsMenuHoweverManyRowsThatNeeds(int width) {
        try {
            browser.wide(width, 900).open("/");
            assertThat(browser.script("""
                    const box = css => document.querySelector(css).getBoundingClientRect();
                    return box('ul.navigation').bottom <= box('.top-menu').bottom
                        && box('.top-menu').bottom <= box('.subnav').top
                        && box('.subnav').width > 0.7 * innerWidth""")).isEqualTo(true);
        } finally {
            browser.wide(1400, 1000);
        }
    }

    @Test
    void aGermanOperatorReadsGerman() {
        try (Browser german = Browser.start(host.url(), "de").signIn("admin", "1234")) {
            german.open(route("/strand/N"));
            german.see("Zugeteilt");
            german.see("von Strang");
            assertThat(bytes(german, "/strand/N")).as("with its words").isLessThan(MOST_BYTES);
            assertThat(german.text())
                    .contains("20,0 A")
                    .doesNotContain("Granted")
                    .doesNotContain("[");
        }
    }

    @Test
    void aScriptInANameIsTextOnEveryPage() {
        for (String route : List.of("/", "/strand/N", "/edit/N", "/evses", "/audit", "/reports", "/sheet/N")) {
            browser.open(route(route));
            assertThat(browser.script("return document.querySelectorAll('#lm img').length"))
                    .isEqualTo(0L);
        }
        browser.open("/why?evse=" + SCRIPT.replace(" ", "%20"));
        browser.open("/strand/" + strand);
        browser.see(SCRIPT);
        assertThat(browser.script("return window.harmed === undefined")).isEqualTo(true);
    }

    /** With all that a first visit of it loads. */
    private static long bytes(Browser visitor, String route) {
        visitor.open(route(route));
        visitor.script("window.isBefore = true; location.reload()");
        Await.until(
                "it is there anew, and nothing more comes",
                () -> Boolean.TRUE.equals(visitor.script("return !window.isBefore && document.readyState === 'complete'"
                        + " && performance.now() > 1500 + Math.max(...performance.getEntriesByType('resource')"
                        + ".filter(one => one.name.includes('/static/')).map(one => one.responseEnd))")));
        Object bytes = visitor.script("return performance.getEntriesByType('resource')"
                + ".filter(one => one.name.includes('/static/loadmanagement/'))"
                + ".reduce((sum, one) => sum + one.decodedBodySize, 0)");
        return ((Number) Objects.requireNonNull(bytes)).longValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/strand/N", "/edit/N", "/why?evse=EVSE", "/meter", "/reports", "/stations"})
    void aPageWeighsLittle(String route) {
        assertThat(bytes(browser, route)).isPositive().isLessThan(MOST_BYTES);
    }

    @Test
    void aMenuIsReachedAndLeftByTheKeyboardAlone() {
        browser.open(route("/strand/N"));
        browser.sendKeys("button[aria-label^='Act']", org.openqa.selenium.Keys.ENTER);
        browser.see("Re-apply");
        browser.sendKeys("dialog input", org.openqa.selenium.Keys.ESCAPE);
        Await.until(
                "the menu is gone",
                () -> browser.driver()
                        .findElements(org.openqa.selenium.By.cssSelector("dialog"))
                        .isEmpty());
    }
}
