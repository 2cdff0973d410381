/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin;

import static org.assertj.core.api.Assertions.assertThat;

import de.rwth.idsg.steve.ocpp.ChargePointServiceInvokerImpl;
import de.rwth.idsg.steve.ocpp.CommunicationTask;
import de.rwth.idsg.steve.ocpp.OcppCallback;
import de.rwth.idsg.steve.ocpp.OcppProtocol;
import de.rwth.idsg.steve.ocpp.task.TriggerMessageTask;
import de.rwth.idsg.steve.ocpp.ws.data.OcppJsonError;
import de.rwth.idsg.steve.repository.dto.ChargePointSelect;
import de.rwth.idsg.steve.web.dto.ocpp.TriggerMessageEnum;
import de.rwth.idsg.steve.web.dto.ocpp.TriggerMessageParams;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import ocpp.cp._2015._10.TriggerMessageStatus;
import org.junit.jupiter.api.Test;
import support.Await;
import support.RawStation;

/** Where the plugin depends on how SteVe misbehaves, the stand-in misbehaves too. How SteVe treats the answers to its own calls. */
class OutgoingTrapsTest extends HostScene {

    private final List<String> outcomes = new CopyOnWriteArrayList<>();

    private TriggerMessageTask trigger(String id) {
        TriggerMessageParams params = new TriggerMessageParams();
        params.setTriggerMessage(TriggerMessageEnum.Heartbeat);
        params.setChargePointSelectList(List.of(new ChargePointSelect(OcppProtocol.V_16_JSON, id)));
        return trigger(id, params);
    }

    private TriggerMessageTask trigger(String id, TriggerMessageParams params) {
        TriggerMessageTask task = new TriggerMessageTask(params);
        task.addCallback(new Outcomes());
        host.bean(ChargePointServiceInvokerImpl.class)
                .triggerMessage(new ChargePointSelect(OcppProtocol.V_16_JSON, id), task);
        return task;
    }

    private final class Outcomes implements OcppCallback<TriggerMessageStatus> {
        @Override
        public void success(
                CommunicationTask<?, TriggerMessageStatus> task, String chargeBoxId, TriggerMessageStatus response) {
            outcomes.add("success " + response);
        }

        @Override
        public void success(CommunicationTask<?, TriggerMessageStatus> task, String chargeBoxId, OcppJsonError error) {
            outcomes.add("success with error " + error.getErrorCode());
        }

        @Override
        public void failed(CommunicationTask<?, TriggerMessageStatus> task, String chargeBoxId, Exception e) {
            outcomes.add("failed " + e.getMessage());
        }
    }

    @Test
    void noAnswerIsNoCallback() {
        try (RawStation station = connected("T5").answering(_ -> RawStation.SILENCE)) {
            TriggerMessageTask task = trigger("T5");
            Await.until("the call arrives", () -> station.calls().size() == 1);
            CLOCK.leap(Duration.ofSeconds(31));
            trigger("T5");
            Await.until("the next call arrives", () -> station.calls().size() == 2);
            assertThat(outcomes).isEmpty();
            assertThat(task.isFinished()).isFalse();
        }
    }

    @Test
    void anAnswerAfterThirtySecondsFailsAndClosesTheSocket() {
        try (RawStation station = connected("T6").answering(_ -> RawStation.SILENCE)) {
            trigger("T6");
            Await.until("the call arrives", () -> station.calls().size() == 1);
            CLOCK.leap(Duration.ofSeconds(31));
            station.send(RawStation.result(station.calls().getFirst(), "{\"status\":\"Accepted\"}"));
            assertThat(station.closeCode()).isEqualTo(1011);
            assertThat(outcomes).singleElement().asString().startsWith("failed").contains("expired call");
        }
    }

    @Test
    void anErrorOfTheStationIsASuccess() {
        try (RawStation station = connected("T7").answering(call -> RawStation.error(call, "NotImplemented"))) {
            trigger("T7");
            Await.until("it is told", () -> !outcomes.isEmpty());
            assertThat(outcomes).containsExactly("success with error NotImplemented");
            assertThat(station.calls()).hasSize(1);
        }
    }

    @Test
    void anAnswerThatMakesNoSenseFailsAndClosesTheSocket() {
        try (RawStation station =
                connected("T8").answering(call -> RawStation.result(call, "{\"status\":\"Whatever\"}"))) {
            trigger("T8");
            assertThat(station.closeCode()).isEqualTo(1011);
            assertThat(outcomes).singleElement().asString().startsWith("failed");
        }
    }

    @Test
    void anUnknownErrorCodeFailsAndClosesTheSocket() {
        try (RawStation station = connected("T9").answering(call -> RawStation.error(call, "Nonsense"))) {
            trigger("T9");
            assertThat(station.closeCode()).isEqualTo(1011);
            assertThat(outcomes).singleElement().asString().startsWith("failed");
        }
    }

    @Test
    void anAnswerToNoCallClosesTheSocket() {
        try (RawStation station = connected("T10")) {
            station.send("[3,\"nobody\",{}]");
            assertThat(station.closeCode()).isEqualTo(1011);
        }
    }

    @Test
    void aTaskWhoseStationsWereNotNamedClosesTheSocketWithoutACallback() {
        try (RawStation station = connected("T11")) {
            TriggerMessageParams params = new TriggerMessageParams();
            params.setTriggerMessage(TriggerMessageEnum.Heartbeat);
            trigger("T11", params);
            assertThat(station.closeCode()).isEqualTo(1011);
            assertThat(outcomes).isEmpty();
        }
    }

    @Test
    void aStationThatIsOfflineFailsAtOnce() {
        host.register("T12", 1);
        trigger("T12");
        assertThat(outcomes).singleElement().asString().startsWith("failed No session context");
    }
}
