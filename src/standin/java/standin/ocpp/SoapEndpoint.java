/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.ocpp;

import de.rwth.idsg.steve.ocpp.OcppProtocol;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import standin.store.Stations;
import tools.jackson.databind.JsonNode;

/** Where stations with OCPP-S 1.6 send their calls. Who says where he takes calls himself is called there from then on. */
@RestController
class SoapEndpoint {

    private final IncomingCalls calls;
    private final Stations stations;

    SoapEndpoint(IncomingCalls calls, Stations stations) {
        this.calls = calls;
        this.stations = stations;
    }

    @PostMapping("/services/CentralSystemServiceOCPP16")
    ResponseEntity<String> call(@RequestBody String envelope) {
        Soap.Message message = Soap.read(envelope);
        if (!stations.ids().contains(message.chargeBoxId())) {
            return ResponseEntity.internalServerError().build();
        }
        if (!message.from().isEmpty()) {
            stations.reachableAt(message.chargeBoxId(), message.from());
        }
        JsonNode answer =
                calls.handle(message.action(), message.payload(), message.chargeBoxId(), OcppProtocol.V_16_SOAP);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(Soap.CONTENT_TYPE))
                .body(Soap.write(new Soap.Message(
                        Soap.TO_CENTRAL_SYSTEM,
                        message.chargeBoxId(),
                        "",
                        message.name().replace("Request", "Response"),
                        answer)));
    }
}
