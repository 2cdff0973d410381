/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.control.ConfigurationDesk.Done;
import steve.loadmanagement.site.EvseRef;

/** Keys set at a station that takes some measurands only. */
class ConfigurationDeskTest {

    private final List<String> told = new ArrayList<>();

    private final StationErrands errands = new StationErrands() {
        @Override
        public CompletableFuture<Map<String, String>> configuration(String chargeBoxId, List<String> keys) {
            return CompletableFuture.completedFuture(Map.of());
        }

        @Override
        public CompletableFuture<Change> change(String chargeBoxId, String key, String value) {
            told.add(value);
            return CompletableFuture.completedFuture(value.contains("SoC") ? Change.REJECTED : Change.DONE);
        }

        @Override
        public CompletableFuture<Void> triggerMeterValues(EvseRef evse) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Void> triggerBoot(String chargeBoxId) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<List<Period>> compositeSchedule(EvseRef evse, Duration ahead) {
            return CompletableFuture.completedFuture(List.of());
        }
    };

    private Done set(String value, boolean oneAtATime) {
        return new ConfigurationDesk(errands)
                .set("CP1", "MeterValuesSampledData", value, oneAtATime)
                .join();
    }

    @Test
    void aListThatIsTakenIsSetAtOnce() {
        assertThat(set("Voltage,Current.Import", false).result()).isEqualTo("set");
        assertThat(told).containsExactly("Voltage,Current.Import");
    }

    @Test
    void aListThatIsRejectedIsSetOneByOneAndWhatIsTakenStays() {
        Done done = set("Voltage,SoC,Current.Import", false);
        assertThat(done.set()).isEqualTo("Voltage,Current.Import");
        assertThat(done.result()).isEqualTo("set as far as the station takes them");
        assertThat(told)
                .containsExactly("Voltage,SoC,Current.Import", "Voltage", "Voltage,SoC", "Voltage,Current.Import");
    }

    @Test
    void aStationThatDoesNotBearAListIsNeverSentAllAtOnce() {
        set("Voltage,Current.Import", true);
        assertThat(told).containsExactly("Voltage", "Voltage,Current.Import");
    }
}
