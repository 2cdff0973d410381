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

import java.time.Instant;
import org.junit.jupiter.api.Test;
import support.Await;
import support.Browser;
import support.RawStation;

/** What operators come for, in a real browser. */
class OperatorStoriesTest extends HostInBrowser {

    @Test
    void theMorningLookShowsWhatIsRedUntilSomebodyTakesNote() {
        int strand = operator.strand("""
                {"name":"Morning","limitW":11000,"mode":"ACTIVE"}""");
        RawStation station = connect("MO1");
        assign(strand, "MO1");
        Await.until(
                "it is blocked by default",
                () -> evse("MO1").path("defaultConfirmed").asBoolean());
        station.close();
        browser.open("/");
        browser.see("MO1: is offline");
        assertThat(browser.text()).contains("Degraded").contains("1 offline");
        browser.press("Acknowledge");
        browser.seeNoMore("MO1: is offline. since");
        browser.open("/events");
        browser.see("is offline");
        browser.see("admin");
    }

    @Test
    void aSlowCarIsExplainedDownToTheLimitThatDecides() {
        int strand = operator.strand("""
                {"name":"Slow","limitMa":{"L1":20000,"L2":20000,"L3":20000},"mode":"OBSERVE"}""");
        try (RawStation one = connect("SL1");
                RawStation other = connect("SL2")) {
            assign(strand, "SL1");
            assign(strand, "SL2");
            one.start(1);
            other.start(1);
            Await.until("both share", () -> evse("SL1").path("grantedMa").asInt() == 10_000);
            browser.open("/strand/" + strand);
            browser.see("2 EVSEs share 20.0 A on L1 of strand Slow (fuse)");
            browser.press("Why?");
            browser.see("Why 10.0 A?");
            browser.see("The ladder");
            assertThat(browser.textOf(".ladder .decides")).contains("Slow L1").contains("20.0 A, fuse");
            assertThat(browser.textOf(".sum"))
                    .contains("SL1/1")
                    .contains("SL2/1")
                    .contains("20.0A");
            browser.see("Priority for this session");
        }
    }

    @Test
    void aStrandWithThreeEvsesIsMadeFromNothing() {
        for (int i = 1; i <= 3; i++) {
            host.register("NEW" + i, 1);
        }
        browser.open("/edit");
        browser.type("#lm-name", "From nothing");
        browser.sendKeys("[data-field=limit] input", "63");
        browser.sendKeys("[data-field=limit] label:nth-of-type(2) input", "63");
        browser.sendKeys("[data-field=limit] label:nth-of-type(3) input", "63");
        browser.see("Sum of fallbacks");
        browser.press("Save");
        browser.see("Now, per limit");
        browser.open("/evses");
        browser.type("input[type=search]", "NEW");
        browser.see("3 of ");
        browser.see("\nNEW3/1");
        browser.click("thead input[type=checkbox]");
        browser.see("Set for the 3 selected");
        browser.choose(".fields label:nth-child(1) select", "From nothing");
        browser.choose(".fields label:nth-child(2) select", "L1 L2 L3");
        browser.press("Apply to 3");
        browser.seeNoMore("not assigned\nNEW");
        Await.until(
                "they are stored", () -> evse("NEW3").path("wiring").asString().equals("L1L2L3"));
        browser.open("/");
        browser.press("From nothing");
        browser.see("NEW1/1");
        browser.see("NEW3/1");
    }

    @Test
    void aFuseIsChangedAndTheAuditKnowsByWhom() {
        int strand = operator.strand("""
                {"name":"Fuse","limitMa":{"L1":50000,"L2":50000,"L3":50000},"school":"FALLBACK","fallbackMa":6000}""");
        host.register("FU1", 1);
        assign(strand, "FU1");
        browser.open("/edit/" + strand);
        browser.type("#lm-fallback", "60");
        browser.see("to the rating of 32.0 A, not 60.0 A");
        browser.type("#lm-fallback", "6");
        browser.seeNoMore("not 60.0 A");
        for (int phase = 1; phase <= 3; phase++) {
            browser.type("[data-field=limit] label:nth-of-type(" + phase + ") input", "63");
        }
        browser.press("Save");
        browser.see("63.0 A");
        browser.open("/audit");
        browser.see("50.0 A / 50.0 A / 50.0 A -> 63.0 A / 63.0 A / 63.0 A");
        assertThat(browser.text()).contains("admin").contains("strand changed");
    }

    @Test
    void aPriorityForTodayIsGivenAndEndsByItself() {
        int strand = operator.strand("""
                {"name":"Today","limitMa":{"L1":20000,"L2":20000,"L3":20000},"mode":"OBSERVE"}""");
        try (RawStation one = connect("TO1");
                RawStation other = connect("TO2")) {
            assign(strand, "TO1");
            assign(strand, "TO2");
            one.start(1);
            other.start(1);
            Await.until("both share", () -> evse("TO2").path("grantedMa").asInt() == 10_000);
            browser.open("/strand/" + strand);
            browser.click("button[aria-label='Act TO2/1']");
            browser.press("Boost");
            Await.until("it gets all", () -> evse("TO2").path("grantedMa").asInt() == 20_000);
            browser.see("Priority");
            browser.open("/priorities");
            browser.see("EVSE TO2/1");
            assertThat(Instant.parse(priority("TO2"))).isAfter(Instant.now());
        }
    }

    private static String priority(String station) {
        for (var priority : operator.get("/priorities").json()) {
            if (priority.path("chargeBoxId").asString("").equals(station)) {
                return priority.path("until").asString();
            }
        }
        throw new AssertionError("no priority of " + station);
    }

    @Test
    void everyErrorOfAWrongTableIsShownByItsLineAndTheGoodOnesGoIn() {
        operator.strand("""
                {"name":"Table","limitW":50000}""");
        host.register("CSV1", 1);
        host.register("CSV2", 1);
        browser.open("/evses");
        browser.type("textarea", """
                charge_box_id,evse,strand,wiring,rating_a,fallback_a
                CSV1,1,Table,L1L2L3,16,
                CSV2,1,Nowhere,L1L2L3,16,
                CSV2,1,Table,RST,16,
                CSV2,1,Table,L1,sixteen,
                GHOST,1,Table,L1,16,
                CSV2,1,Table,L1,16,4
                """);
        browser.press("Preview");
        browser.see("1 good line");
        assertThat(browser.text())
                .contains("5 lines with an error")
                .contains("“Nowhere” does not exist")
                .contains("not RST")
                .contains("sixteen is no number of amperes")
                .contains("SteVe knows no station GHOST")
                .contains("not 4.0 A");
        browser.press("Import the good line");
        browser.see("1 EVSE assigned.");
        assertThat(evse("CSV1").path("ratingMa").asInt()).isEqualTo(16_000);
    }

    @Test
    void theSecondOfTwoOperatorsIsToldAndNothingIsOverwritten() {
        int strand = operator.strand("""
                {"name":"Two","limitW":50000}""");
        browser.open("/edit/" + strand);
        assertThat(operator.put("/strands/" + strand, """
                {"name":"Two","limitW":40000,"version":0}""").status()).isEqualTo(204);
        browser.type("#lm-power", "30");
        browser.press("Save");
        browser.see("Somebody else changed this strand meanwhile");
        assertThat(operator.get("/strands/" + strand).json().path("limitW").asInt())
                .isEqualTo(40_000);
        browser.press("Load it again");
        Await.until(
                "the first one's value is there",
                () -> "40".equals(browser.script("return document.querySelector('#lm-power')?.value")));
    }

    @Test
    void aReadingIsSeenWithoutLoadingThePageAgain() {
        int strand = operator.strand("""
                {"name":"Alive","limitW":22000,"mode":"OBSERVE"}""");
        try (RawStation station = connect("LI1")) {
            assign(strand, "LI1");
            int transaction = station.start(1);
            browser.open("/strand/" + strand);
            browser.script("window.stayed = true");
            browser.see("unknown");
            station.call("MeterValues", meterValues(transaction, "12.3"));
            browser.see("12.3");
            assertThat(browser.script("return window.stayed")).isEqualTo(true);
        }
    }

    @Test
    void whoseSessionHasEndedIsToldSo() {
        try (Browser another = Browser.start(host.url(), "en").signIn("admin", "1234")) {
            another.open("/");
            another.driver().manage().deleteAllCookies();
            another.press("Refresh");
            another.see("Your session has ended.");
            another.press("Sign in again");
            Await.until(
                    "the login is there", () -> another.driver().getCurrentUrl().contains("/signin"));
        }
    }
}
