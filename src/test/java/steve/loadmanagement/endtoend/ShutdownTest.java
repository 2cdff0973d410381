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

import java.time.Duration;
import org.junit.jupiter.api.Test;
import support.Await;
import support.Database;
import support.Host;
import support.Operator;
import support.RawStation;

/** SteVe ends as quickly as without the plugin. */
class ShutdownTest {

    /** The bound; SteVe alone takes two to three seconds. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    @Test
    void anOpenPageAndAStationThatDoesNotAnswerDoNotHoldUpTheEnd() throws InterruptedException {
        Host host = Host.start(Host.Options.on(Database.schema()));
        Operator operator = new Operator(host.url());
        Await.until("it is on", () -> operator.get("/state").json().path("on").asBoolean());
        int strand = operator.strand("{\"name\":\"Closing\",\"limitW\":10000,\"mode\":\"ACTIVE\"}");
        host.register("X1", 1);
        RawStation silent = RawStation.connect(host.stationUrl("X1")).answering(_ -> RawStation.SILENCE);
        operator.post("/evses", "[{\"chargeBoxId\":\"X1\",\"evseId\":1,\"strand\":" + strand + "}]");
        Await.until("a profile is in flight", () -> !silent.calls().isEmpty());
        Thread page = Thread.ofVirtual().start(() -> look(operator));

        long begin = System.nanoTime();
        host.close();
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);

        page.interrupt();
        silent.close();
        assertThat(page.join(LONGEST)).isTrue();
        assertThat(taken).isLessThan(LONGEST);
    }

    /** An open page asks again and again, until nobody is there. */
    private static void look(Operator operator) {
        try {
            while (operator.get("/state").status() == 200) {
                Thread.onSpinWait();
            }
        } catch (AssertionError e) {
            Thread.currentThread().interrupt();
        }
    }
}
