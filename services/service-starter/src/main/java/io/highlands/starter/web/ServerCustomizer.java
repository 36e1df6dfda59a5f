// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.web;

import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.ProtocolHandler;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

import io.highlands.starter.settings.BindAddress;
import io.highlands.starter.settings.HighlandsProperties;

/**
 * Binds Tomcat where {@code BIND_ADDRESS} says, and sets it up for a place behind a proxy.
 */
final class ServerCustomizer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private final HighlandsProperties properties;

    ServerCustomizer(HighlandsProperties properties) {
        this.properties = properties;
    }

    /** After Boot's own customizer, whose port is not the platform's. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        BindAddress bind = BindAddress.parse(properties.bindAddress());
        tomcat.setAddress(bind.address());
        tomcat.setPort(bind.port());
        tomcat.addConnectorCustomizers(this::dropOutsideTraces);
        tomcat.addContextCustomizers(context -> context.getParent().getPipeline().addValve(new ProblemValve()));
    }

    /** Tomcat makes its adapter while it initializes the connector, so it is wrapped just after. */
    private void dropOutsideTraces(Connector connector) {
        connector.addLifecycleListener(event -> {
            if (Lifecycle.AFTER_INIT_EVENT.equals(event.getType())) {
                ProtocolHandler handler = connector.getProtocolHandler();
                handler.setAdapter(new OutsideTraces(handler.getAdapter(), properties.edgeHeader()));
            }
        });
    }
}
