/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.intake;

import de.rwth.idsg.steve.service.CentralSystemService16_Service;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import ocpp.cs._2015._10.BootNotificationRequest;
import ocpp.cs._2015._10.MeterValuesRequest;
import ocpp.cs._2015._10.StopTransactionRequest;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import steve.loadmanagement.fact.Observation.StationHeard;
import steve.loadmanagement.fact.Observation.TransactionEnded;
import steve.loadmanagement.quirk.StationIdentity;

/**
 * Taps every OCPP 1.6 message on its way into SteVe, for there is no event for MeterValues, SteVe drops those whose
 * transaction it does not know, and tells nobody of an end that it does not believe. A proxy around SteVe's service: it hands over first, then SteVe goes on as ever.
 */
public final class StationMessageTap implements BeanPostProcessor {

    private final Supplier<Handover> handover;
    private final Supplier<StationDoor> stations;
    private final Supplier<Clock> clock;

    /** Takes suppliers, for the tap is made before the beans that it hands over to. */
    public StationMessageTap(Supplier<Handover> handover, Supplier<StationDoor> stations, Supplier<Clock> clock) {
        this.handover = handover;
        this.stations = stations;
        this.clock = clock;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (!(bean instanceof CentralSystemService16_Service)) {
            return bean;
        }
        ProxyFactory factory = new ProxyFactory(bean);
        factory.setProxyTargetClass(true);
        factory.addAdvice((MethodInterceptor) this::tap);
        return factory.getProxy(bean.getClass().getClassLoader());
    }

    private @Nullable Object tap(MethodInvocation invocation) throws Throwable {
        @Nullable Object[] arguments = invocation.getArguments();
        if (arguments.length >= 2 && arguments[1] instanceof String chargeBoxId) {
            handOver(arguments[0], chargeBoxId);
        }
        return invocation.proceed();
    }

    private void handOver(@Nullable Object request, String chargeBoxId) {
        Handover to = handover.get();
        to.of(() -> new StationHeard(chargeBoxId, now()));
        switch (request) {
            case MeterValuesRequest meterValues -> read(chargeBoxId, meterValues, to);
            case StopTransactionRequest stop ->
                to.of(() -> new TransactionEnded(chargeBoxId, stop.getTransactionId(), now()));
            case BootNotificationRequest boot -> to.guarded(() -> stations.get().booted(chargeBoxId, identity(boot)));
            case null, default -> {}
        }
    }

    private void read(String chargeBoxId, MeterValuesRequest meterValues, Handover to) {
        to.of(() -> MeterValueReader.isOfSomething(meterValues)
                ? MeterValueReader.read(chargeBoxId, meterValues, stations.get().meter(chargeBoxId), now())
                : null);
    }

    private static StationIdentity identity(BootNotificationRequest boot) {
        return new StationIdentity(
                StationText.plain(boot.getChargePointVendor()),
                StationText.plain(boot.getChargePointModel()),
                StationText.plain(boot.getFirmwareVersion()));
    }

    private Instant now() {
        return clock.get().instant();
    }
}
