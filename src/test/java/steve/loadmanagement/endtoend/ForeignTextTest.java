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

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import support.Await;
import support.Browser;
import support.Operator;

/** What somebody wrote is text on every page and in every file, in every field there is: never a script, never a formula. */
class ForeignTextTest extends HostInBrowser {

    /** Harms where it is read as HTML, and where it is read as a formula. */
    private static final String TEXT = "=1+<img src=x onerror='window.harmed=true'>";

    private static final String STATION = "=SUM(A1)<b>";
    private static final Pattern CELL = Pattern.compile("(?:^|,|\r\n|;)(\"(?:[^\"]|\"\")*\"|[^,\r\n]*)");

    private static Browser german;
    private static int strand;

    @BeforeAll
    static void writeItEverywhere() {
        strand = operator.strand(
                "{\"name\":\"%s\",\"limitMa\":{\"L1\":63000,\"L2\":63000,\"L3\":63000},\"mode\":\"OBSERVE\"}"
                        .formatted(TEXT));
        host.register(STATION, 1);
        assign(strand, STATION);
        stored(
                "/meters",
                "{\"name\":\"%1$s\",\"strand\":%2$d,\"kind\":\"MQTT\",\"url\":\"tcp://%3$s\",\"user\":\"%1$s\",\"values\":{\"power\":{\"topic\":\"%1$s\",\"pointer\":\"/%1$s\"}}}"
                        .formatted(TEXT, strand, "<img/onerror=window.harmed=1>"));
        stored(
                "/meters",
                "{\"name\":\"%1$s 2\",\"strand\":%2$d,\"kind\":\"MODBUS_TCP\",\"host\":\"%1$s\",\"registerMap\":\"abb-b23\"}"
                        .formatted(TEXT, strand));
        stored("/priorities", "{\"idTag\":\"%s\"}".formatted(TEXT));
        stored("/vehicles", "{\"tags\":\"%s*\",\"neverPause\":true,\"wakePulse\":false}".formatted(TEXT));
        stored("/limits", "{\"strand\":%d,\"limitW\":5000}".formatted(strand));
        stored(
                "/signal-lines",
                "{\"name\":\"%1$s\",\"strand\":%2$d,\"kind\":\"MQTT_DIMMING\",\"url\":\"tcp://<img/>\",\"user\":\"%1$s\",\"topic\":\"%1$s\"}"
                        .formatted(TEXT.replace("+", ""), strand));
        Operator.Answer profile = operator.put(
                "/quirks/profiles",
                "{\"profile\":\"%1$s\",\"vendor\":\"<img>\",\"model\":\"<img>\",\"firmware\":null,\"shipped\":false,\"lines\":{\"note\":{\"value\":\"%1$s\",\"source\":\"%1$s\"}}}"
                        .formatted(TEXT));
        assertThat(profile.status()).as(profile.text()).isEqualTo(204);
        german = Browser.start(host.url(), "de").signIn("admin", "1234");
    }

    @AfterAll
    static void closeGermanBrowser() {
        german.close();
    }

    private static void stored(String path, String json) {
        Operator.Answer answer = operator.post(path, json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private static void isHarmless(Browser page) {
        assertThat(page.script("return document.querySelectorAll('#lm img, #lm b[onerror]').length"))
                .isEqualTo(0L);
        assertThat(page.script("return window.harmed === undefined")).isEqualTo(true);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/strand/N",
                "/edit/N",
                "/evses",
                "/sheet/N",
                "/why?evse=T",
                "/stations",
                "/grid",
                "/limits",
                "/peaks",
                "/dimming",
                "/signals",
                "/signal/1",
                "/meter/1",
                "/priorities",
                "/events",
                "/audit",
                "/reports"
            })
    void whatIsStoredIsTextOnEveryPage(String route) {
        String address = route.replace("N", String.valueOf(strand)).replace("=T", "=" + encoded(STATION + "/1"));
        for (Browser page : List.of(browser, german)) {
            page.open(address);
            if (!route.equals("/reports")) {
                page.see("<");
            }
            isHarmless(page);
        }
    }

    @Test
    void whatComesBackInAnErrorIsTextToo() {
        for (Browser page : List.of(browser, german)) {
            page.open("/why?evse=" + encoded(TEXT + "/1"));
            isHarmless(page);
            page.open("/limits");
            page.type("#lm-limit-w", "1");
            page.type("#lm-schedule", TEXT);
            page.type("#lm-limit-zone", "Europe/Berlin");
            page.click("form .btn.main[type=submit]");
            page.see("MON,TUE 08:00-18:00");
            page.see("<img");
            isHarmless(page);
            page.open("/evses");
            page.type("textarea", "charge_box_id,evse,strand\n" + TEXT + ",1," + TEXT + "\n");
            page.script(
                    "[...document.querySelectorAll('#lm button')].find(b => ['Preview','Vorschau'].includes(b.textContent)).click()");
            page.see("<img");
            isHarmless(page);
        }
    }

    @Test
    void aTestersNameIsTextInTheProtocol() {
        int active = operator.strand("{\"name\":\"Tested\",\"limitW\":22000,\"mode\":\"ACTIVE\"}");
        host.register("FT1", 1);
        assign(active, "FT1");
        Await.until(
                "it is on a strand that is controlled",
                () -> operator.post(
                                        "/commissioning",
                                        "{\"chargeBoxId\":\"FT1\",\"evseId\":1,\"tester\":\"%s\"}".formatted(TEXT))
                                .status()
                        == 200);
        browser.open("/stations");
        browser.choose("#lm-test-evse", "FT1/1");
        browser.see("Tested by " + TEXT);
        isHarmless(browser);
    }

    @Test
    void noCellOfAnyFileIsAFormula() {
        String from = "?from=2020-01-01T00:00:00Z&to=2020-12-31T00:00:00Z";
        List<String> files = List.of(
                "/evses.csv",
                "/events.csv",
                "/audits.csv",
                "/reports.csv" + from,
                "/reports/evses.csv" + from,
                "/strands/" + strand + "/dimmings.csv");
        for (String file : files) {
            Operator.Answer answer = operator.get(file);
            assertThat(answer.status()).as(file).isEqualTo(200);
            CELL.matcher(answer.text())
                    .results()
                    .map(cell -> cell.group(1).startsWith("\"") ? cell.group(1).substring(1) : cell.group(1))
                    .forEach(cell -> assertThat(cell)
                            .as(file)
                            .satisfiesAnyOf(
                                    number -> assertThat(number).matches("-?[0-9.]+"),
                                    text -> assertThat(text).doesNotMatch("(?s)[=+@\t\r-].*")));
        }
        assertThat(operator.get("/evses.csv").text()).contains("'" + STATION);
        assertThat(operator.get("/audits.csv").text()).contains("'=1+<img");
    }
}
