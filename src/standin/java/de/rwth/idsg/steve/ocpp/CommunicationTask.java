/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package de.rwth.idsg.steve.ocpp;

import de.rwth.idsg.ocpp.jaxb.RequestType;
import de.rwth.idsg.ocpp.jaxb.ResponseType;
import de.rwth.idsg.steve.ocpp.ws.data.OcppJsonError;
import de.rwth.idsg.steve.repository.dto.ChargePointSelect;
import de.rwth.idsg.steve.web.dto.ocpp.ChargePointSelection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call to one or more stations. As in SteVe the results are laid out when the task is made: a station that its
 * parameters did not name then makes the answer fail with a NullPointerException.
 */
public abstract class CommunicationTask<S extends ChargePointSelection, RESPONSE> {

    private static final Logger LOG = LoggerFactory.getLogger(CommunicationTask.class);

    protected final S params;
    private final Map<String, RequestResult> resultMap = new HashMap<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final List<OcppCallback<RESPONSE>> callbacks = new CopyOnWriteArrayList<>();

    protected CommunicationTask(S params) {
        this.params = params;
        for (ChargePointSelect select : params.getChargePointSelectList()) {
            resultMap.put(select.getChargeBoxId(), new RequestResult());
        }
    }

    public abstract RequestType getOcpp16Request();

    /** The answer of a station, read as the type that belongs to the request. */
    public abstract Class<? extends ResponseType> responseClass();

    /** What of the answer is told to the callbacks. */
    protected abstract RESPONSE resultOf(ResponseType response);

    public S getParams() {
        return params;
    }

    public Map<String, RequestResult> getResultMap() {
        return resultMap;
    }

    public boolean isFinished() {
        return answers.get() >= resultMap.size();
    }

    public void addCallback(OcppCallback<RESPONSE> callback) {
        callbacks.add(callback);
    }

    /** Takes the answer of a station to its callbacks. */
    public void answered(String chargeBoxId, ResponseType response) {
        success(chargeBoxId, resultOf(response));
    }

    public void success(String chargeBoxId, RESPONSE response) {
        resultMap.get(chargeBoxId).setResponse(String.valueOf(response));
        answers.incrementAndGet();
        tell(callback -> callback.success(this, chargeBoxId, response));
    }

    public void success(String chargeBoxId, OcppJsonError error) {
        resultMap.get(chargeBoxId).setResponse(error.toString());
        answers.incrementAndGet();
        tell(callback -> callback.success(this, chargeBoxId, error));
    }

    public void failed(String chargeBoxId, Exception exception) {
        resultMap.get(chargeBoxId).setErrorMessage(exception.getMessage());
        answers.incrementAndGet();
        tell(callback -> callback.failed(this, chargeBoxId, exception));
    }

    private void tell(Consumer<OcppCallback<RESPONSE>> answer) {
        for (OcppCallback<RESPONSE> callback : callbacks) {
            try {
                answer.accept(callback);
            } catch (RuntimeException e) {
                LOG.error("a callback failed", e);
            }
        }
    }
}
