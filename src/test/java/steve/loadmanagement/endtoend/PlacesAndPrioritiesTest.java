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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import support.Await;
import support.RawStation;
import tools.jackson.databind.JsonNode;

/** Where EVSEs hang and who comes first, as an operator sets it in the browser. */
class PlacesAndPrioritiesTest extends HostInBrowser {

    @Test
    void evsesAreDraggedOntoAStrandAndAskedForBeforeTheyMoveToAnother() {
        int first = operator.strand("{\"name\":\"Drag here\",\"limitW\":50000}");
        int second = operator.strand("{\"name\":\"Drag there\",\"limitW\":50000}");
        host.register("DR1", 1);
        host.register("DR2", 1);
        browser.open("/evses");
        browser.type("input[type=search]", "DR");
        browser.see("2 of ");
        browser.see("\nDR1/1");
        browser.click("thead input[type=checkbox]");
        browser.see("Set for the 2 selected");
        drag("DR2/1", first);
        Await.until(
                "both are stored, for both were ticked",
                () -> strandsOf("DR1", "DR2").equals(List.of(first, first)));
        browser.see("Drag here (2)");
        drag("DR1/1", second);
        browser.see("Move to Drag there?");
        assertThat(evse("DR1").path("strand").asInt()).isEqualTo(first);
        browser.press("Move");
        Await.until("it is moved", () -> evse("DR1").path("strand").asInt() == second);
        assertThat(evse("DR2").path("strand").asInt()).isEqualTo(first);
    }

    private static List<Integer> strandsOf(String... stations) {
        List<Integer> strands = new ArrayList<>();
        for (JsonNode evse : operator.get("/state").json().path("evses")) {
            if (List.of(stations).contains(evse.path("chargeBoxId").asString())) {
                strands.add(evse.path("strand").asInt());
            }
        }
        return strands;
    }

    /** As a mouse would: what a browser without a window does not do by itself. */
    private static void drag(String evse, int strand) {
        browser.script("""
                const row = [...document.querySelectorAll('tr[draggable]')].find(one => one.textContent.includes('%s'));
                const place = document.querySelector('[data-strand="%d"]');
                const dataTransfer = new DataTransfer();
                row.dispatchEvent(new DragEvent('dragstart', {dataTransfer, bubbles: true}));
                place.dispatchEvent(new DragEvent('dragover', {dataTransfer, bubbles: true, cancelable: true}));
                place.dispatchEvent(new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true}));""".formatted(evse, strand));
    }

    @Test
    void aPriorityRestsOnceItsMonthlyQuotaIsUsedUp() {
        int strand = operator.strand("""
                {"name":"Quota","limitMa":{"L1":20000,"L2":20000,"L3":20000},"mode":"OBSERVE"}""");
        try (RawStation station = connect("QU1")) {
            assign(strand, "QU1");
            browser.open("/priorities");
            browser.choose("#lm-who-evse", "QU1/1");
            browser.type("#lm-quota", "-1");
            browser.press("Give priority");
            browser.see("a monthly quota is above 0 kWh");
            browser.type("#lm-quota", "2");
            browser.press("Give priority");
            browser.see("0.0 of 2.0 kWh");
            int transaction = station.start(1);
            Await.until("it has priority", () -> evse("QU1").path("priority").asBoolean());
            register(station, transaction, 1_000);
            Await.until("it is heard", () -> evse("QU1").path("readingAt").isString());
            AtomicInteger wattHours = new AtomicInteger(1_000);
            Await.until("it is counted", () -> {
                register(station, transaction, wattHours.addAndGet(500));
                return operator.get("/priorities").text().contains("\"rests\":true");
            });
            Await.until(
                    "it has no priority any more",
                    () -> !evse("QU1").path("priority").asBoolean());
            browser.open("/priorities");
            browser.see("Rests:");
        }
    }

    private static void register(RawStation station, int transaction, int wattHours) {
        station.call("MeterValues", """
                {"connectorId":1,"transactionId":%d,"meterValue":[{"timestamp":"%s","sampledValue":[
                {"value":"%d","measurand":"Energy.Active.Import.Register","unit":"Wh"}]}]}""".formatted(transaction, Instant.now(), wattHours));
    }
}
