/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.ocpp;

import de.rwth.idsg.steve.ocpp.CommunicationTask;
import de.rwth.idsg.steve.repository.dto.ChargePointSelect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Calls to stations with OCPP-S 1.6: a request to where each takes calls, the answer on another thread. */
@Component
class SoapCalls {

    /** A station that hangs is given up after this. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();

    void send(ChargePointSelect select, CommunicationTask<?, ?> task) {
        String chargeBoxId = select.getChargeBoxId();
        String action = task.getOcpp16Request().getClass().getSimpleName().replace("Request", "");
        String envelope = Soap.write(new Soap.Message(
                Soap.TO_CHARGE_POINT,
                chargeBoxId,
                "",
                Soap.request(action),
                OcppJson.plainTree(task.getOcpp16Request())));
        HttpRequest request = HttpRequest.newBuilder(URI.create(select.getEndpointAddress()))
                .timeout(LONGEST)
                .header("Content-Type", Soap.CONTENT_TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(envelope))
                .build();
        client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenAccept(response -> task.answered(
                        chargeBoxId,
                        OcppJson.plainPayload(Soap.read(response.body()).payload(), task.responseClass())))
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        task.failed(chargeBoxId, new IllegalStateException(failure));
                    }
                });
    }
}
