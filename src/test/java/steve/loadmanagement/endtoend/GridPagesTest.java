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

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import support.Await;
import support.Browser;

/** What an operator does at the pages about the grid connection. */
class GridPagesTest extends HostInBrowser {

    private static int strand;

    @BeforeAll
    static void aStrandIsThere() {
        strand = operator.strand("""
                {"name":"Grid","limitMa":{"L1":63000,"L2":63000,"L3":63000},"mode":"OBSERVE"}""");
        host.register("GP1", 1);
        assign(strand, "GP1");
    }

    private static HttpServer meterThatSays(String json) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void chooseKind(String kind) {
        browser.choose("#lm-kind", kind);
        browser.await("#lm-kind");
    }

    @Test
    void aMeterIsSeenToAnswerBeforeItIsStoredAndItsPasswordNeverComesBack() throws IOException {
        HttpServer meter = meterThatSays("{\"grid\":{\"kw\":12.3}}");
        try {
            browser.open("/meter");
            browser.type("#lm-meter-name", "Main meter");
            chooseKind("HTTP, asked");
            browser.type("#lm-url", "http://127.0.0.1:" + meter.getAddress().getPort() + "/status");
            browser.type("#lm-user", "reader");
            browser.type("#lm-secret", "swordfish");
            browser.type("[aria-label='Total power: Pointer']", "/grid/kw");
            browser.type("[aria-label='Total power: Factor']", "1000");
            browser.press("Show live values");
            browser.see("It answers");
            browser.see("12.3kW");
            assertThat(operator.get("/meters").text()).doesNotContain("Main meter");
            browser.press("Save");
            browser.see("What follows from it");
            browser.see("Main meter");
            Await.until("its values are there", () -> browser.text().contains("12.3kW"));
            browser.click("[aria-label='Edit Main meter']");
            browser.see("Empty: it stays as it was");
            assertThat(browser.script("return document.documentElement.outerHTML"))
                    .asString()
                    .doesNotContain("swordfish");
            assertThat(browser.valueOf("#lm-url")).contains("/status");
            assertThat(browser.valueOf("#lm-user")).isEqualTo("reader");
            browser.type("#lm-url", "http://127.0.0.1:1/status");
            browser.press("Save");
            browser.press("Save anyway");
            browser.see("give the password again");
            assertThat(operator.get("/meters").text()).contains("/status").doesNotContain("swordfish", "127.0.0.1:1/");
        } finally {
            meter.stop(0);
        }
    }

    @Test
    void whatIsWrongWithAMeterStandsAtItsField() {
        browser.open("/meter");
        browser.type("#lm-host", "");
        browser.type("#lm-port", "70000");
        browser.type("#lm-age", "0");
        browser.press("Show live values");
        browser.see("Not tested: see the fields that are marked.");
        assertThat(browser.textOf("[data-field=name] .msg")).contains("needs a name");
        assertThat(browser.textOf("[data-field~=port] .msg"))
                .contains("name the host", "is from 1 to 65535, not 70000");
        assertThat(browser.textOf("[data-field=maximumAgeS] .msg")).contains("from 1 s to a day");
    }

    @Test
    void whoeverPushesIsGivenATokenOnce() {
        browser.open("/meter");
        browser.type("#lm-meter-name", "Pusher");
        chooseKind("HTTP, it sends");
        browser.press("Save");
        browser.see("X-Meter-Token:");
        browser.press("I have copied it");
        browser.see("nothing came yet");
        assertThat(browser.script("return document.documentElement.outerHTML"))
                .asString()
                .doesNotContain("X-Meter-Token");
    }

    @Test
    void aLimitForTheEveningIsSetAndWithdrawnAndTheAuditKnowsByWhom() {
        browser.open("/limits");
        browser.type("#lm-limit-w", "11");
        browser.type("#lm-limit-until", "");
        browser.type("#lm-limit-zone", "Mars");
        browser.press("Add");
        browser.press("Set limit");
        browser.see("needs a time zone such as Europe/Berlin");
        browser.type("#lm-limit-zone", "Europe/Berlin");
        browser.press("Set limit");
        browser.see("Mon, Tue, Wed, Thu, Fri 17:00–20:00");
        browser.see("11.0 kW");
        browser.press("Withdraw");
        Await.until(
                "a question",
                () -> !browser.driver()
                        .findElements(By.cssSelector("dialog .btn.main"))
                        .isEmpty());
        browser.click("dialog .btn.main");
        browser.seeNoMore("17:00–20:00");
        browser.open("/audit");
        browser.see("limit withdrawn");
        browser.see("limit set");
    }

    @Test
    void aTargetForTheQuarterHourIsSetAndRemoved() {
        browser.open("/peaks");
        browser.type("#lm-target", "0");
        browser.press("Set target");
        browser.see("a target is above 0 W");
        browser.type("#lm-target", "100");
        browser.press("Set target");
        browser.press("Remove target");
        browser.click("dialog .btn.main");
        Await.until(
                "it is gone",
                () -> operator.get("/grid/settings").json().path("targets").isEmpty());
    }

    @Test
    void devicesAreMarkedDimmedByHandReleasedAndItIsOnRecord() {
        browser.open("/dimming");
        browser.choose("#lm-of-strand", "Grid");
        browser.see("None is marked");
        browser.click("[aria-label='GP1/1 is a controllable device']");
        browser.press("Save devices");
        browser.see("1 is marked; only it is dimmed. The minimum that the law leaves them together: 4.2kW");
        browser.type("#lm-release", "0");
        browser.press("Save rules");
        browser.seeNoMore("the usual ones");
        browser.press("Dim by hand …");
        browser.see("The controllable devices below it are cut at once.");
        assertThat(operator.get("/grid/settings").json().path("signals")).isEmpty();
        browser.press("Dim");
        browser.see("The grid operator dims. 4.2 kW are left");
        browser.press("Release by hand …");
        browser.press("Release");
        browser.see("not dimmed");
        browser.see("by hand");
        Await.until("its end is on record", () -> {
            var log = operator.get("/strands/" + strand + "/dimmings").json();
            return log.size() == 1 && !log.path(0).path("endedAt").isNull();
        });
    }

    @Test
    void aSignalLineIsStoredAndItsPasswordGoesNowhereElse() {
        browser.open("/signal");
        browser.type("#lm-signal-name", "Box");
        browser.type("#lm-signal-url", "tcp://127.0.0.1:1");
        browser.type("#lm-signal-user", "box");
        browser.type("#lm-signal-secret", "hammerhead");
        browser.press("Save");
        browser.see("is one topic, without # and +");
        browser.type("#lm-signal-topic", "grid/dimmed");
        browser.press("Save");
        browser.see("Dimming by MQTT, tcp://127.0.0.1:1, grid/dimmed");
        browser.click("[aria-label='Edit Box']");
        browser.see("Empty: it stays as it was");
        assertThat(browser.valueOf("#lm-signal-topic")).isEqualTo("grid/dimmed");
        assertThat(browser.script("return document.documentElement.outerHTML"))
                .asString()
                .doesNotContain("hammerhead");
        browser.type("#lm-signal-url", "tcp://127.0.0.1:2");
        browser.press("Save");
        browser.see("give the password again");
        assertThat(operator.get("/signal-lines").text())
                .contains("127.0.0.1:1")
                .doesNotContain("hammerhead", "127.0.0.1:2");
        browser.open("/signals");
        browser.press("Delete");
        browser.click("dialog .btn.main");
        browser.see("No signal line yet");
        browser.open("/audit");
        browser.see("signal line deleted");
    }

    @Test
    void aGermanOperatorReadsGermanThereToo() {
        try (Browser german = Browser.start(host.url(), "de").signIn("admin", "1234")) {
            german.open("/meter");
            german.press("Werte jetzt zeigen");
            german.see("ein Zähler braucht einen Namen");
            for (String route :
                    new String[] {"/grid", "/limits", "/peaks", "/dimming", "/signals", "/signal", "/stations"}) {
                german.open(route);
                assertThat(german.text()).as(route).doesNotContain("[").doesNotContain(" the ", " of ", " is ");
            }
        }
    }
}
