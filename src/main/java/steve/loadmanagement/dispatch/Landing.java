/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.dispatch;

import de.rwth.idsg.steve.ocpp.CommunicationTask;
import de.rwth.idsg.steve.ocpp.OcppCallback;
import de.rwth.idsg.steve.ocpp.ws.data.OcppJsonError;
import java.util.function.Consumer;
import java.util.function.Function;
import steve.loadmanagement.ledger.Outcome;

/** SteVe's callback as an outcome. An OCPP error comes as a success; no answer at all does not come. */
record Landing<T>(Consumer<Outcome> landed, Function<T, Outcome> outcome) implements OcppCallback<T> {

    @Override
    public void success(CommunicationTask<?, T> task, String chargeBoxId, T response) {
        landed.accept(outcome.apply(response));
    }

    @Override
    public void success(CommunicationTask<?, T> task, String chargeBoxId, OcppJsonError error) {
        landed.accept(
                switch (error.getErrorCode()) {
                    case NotImplemented, NotSupported -> new Outcome.NotSupported();
                    case InternalError,
                            ProtocolError,
                            SecurityError,
                            FormationViolation,
                            PropertyConstraintViolation,
                            OccurenceConstraintViolation,
                            TypeConstraintViolation,
                            GenericError -> new Outcome.Failed(error.toString());
                });
    }

    @Override
    public void failed(CommunicationTask<?, T> task, String chargeBoxId, Exception e) {
        landed.accept(new Outcome.Failed(String.valueOf(e.getMessage())));
    }
}
