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

import org.junit.jupiter.api.Test;
import support.Await;
import support.RawStation;

/** What an operator does at the pages about stations and vehicles. */
class StationPagesTest extends HostInBrowser {

    @Test
    void aShippedQuirkProfileIsCopiedEditedAndAssigned() {
        try (RawStation station = connect("SP1")) {
            station.call("BootNotification", """
                    {"chargePointVendor":"myenergi","chargePointModel":"zappi"}""");
            Await.until(
                    "it is known", () -> operator.get("/quirks/stations").text().contains("\"SP1\""));
            browser.open("/quirk?of=zappi");
            browser.see("writes-a-day");
            browser.type("#lm-quirk-name", "zappi of ours");
            browser.script(
                    "document.querySelectorAll('.quirk-word').forEach((one) => { if (one.value === 'writes-a-day') one.closest('tr').querySelector('.quirk-value').value = '1'; })");
            browser.choose("#lm-quirk-station", "SP1");
            browser.press("Save");
            browser.see("writes-a-day is a whole number from 3 to 10000, not 1");
            browser.script(
                    "document.querySelectorAll('.quirk-word').forEach((one) => { if (one.value === 'writes-a-day') one.closest('tr').querySelector('.quirk-value').value = '40'; })");
            browser.press("Save");
            browser.see("Commissioning test");
            Await.until(
                    "it is assigned",
                    () -> operator.get("/quirks/stations").text().contains("\"assigned\":\"zappi of ours\""));
            browser.open("/audit");
            browser.see("quirk profile saved");
            browser.see("quirk profile assigned");
        }
    }

    @Test
    void offlineBehaviourIsTriedWithATimerAndItsProtocolCanBePrinted() {
        try (RawStation station = charging("SP2", strandWithFallback("Bench"))) {
            assertThat(station.profiles("TxProfile")).isNotEmpty();
            browser.open("/stations");
            browser.choose("#lm-test-evse", "SP2/1");
            browser.type("#lm-tester", "Jo");
            browser.press("Try it");
            browser.see("Cut the station's connection now");
        }
        browser.see("minutes left, until");
        browser.press("Cancel");
        browser.see("aborted");
        browser.open("/events");
        browser.open("/stations");
        browser.see("Earlier protocols: 1");
        browser.click("#lm details summary");
        browser.script("location.hash = document.querySelector('a[href^=\"#/protocol/\"]').getAttribute('href')");
        browser.see("Must fall back to");
        browser.see("cancelled");
    }

    @Test
    void whatVehiclesNeedIsSetAndWithdrawn() {
        browser.open("/priorities");
        browser.see("What vehicles need");
        browser.type("#lm-need-tag", "ZOE*");
        browser.press("Set");
        browser.see("say at least one of");
        browser.type("#lm-need-minimum", "8");
        browser.click("#lm-need-pause");
        browser.press("Set");
        browser.see("Tag ZOE*");
        browser.see("8.0A");
        assertThat(operator.get("/vehicles").text()).contains("8000");
        browser.press("Withdraw");
        browser.click("dialog .btn.main");
        Await.until("it is gone", () -> !operator.get("/vehicles").text().contains("ZOE*"));
    }
}
