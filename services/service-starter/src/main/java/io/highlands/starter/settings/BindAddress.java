// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where the service listens: the value of {@code BIND_ADDRESS}.
 *
 * @param host a name or an address; {@code 0.0.0.0} is every interface
 * @param port 0 to 65535; 0 is any free port
 */
public record BindAddress(String host, int port) {

    static final String VARIABLE = "BIND_ADDRESS";
    private static final String ALLOWED = "host:port with a port from 0 to 65535, such as 0.0.0.0:3000";

    /**
     * Reads {@code host:port}.
     *
     * @param text the value of the variable
     * @return the address
     * @throws InvalidSettingException when it is anything else
     */
    public static BindAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw invalid(text);
        }
        try {
            String host = text.substring(0, colon);
            int port = Integer.parseInt(text.substring(colon + 1));
            if (port < 0 || port > 65_535 || host.contains("/") || host.contains(" ")) {
                throw invalid(text);
            }
            return new BindAddress(host, port);
        } catch (NumberFormatException e) {
            throw invalid(text);
        }
    }

    /**
     * Looks the host up.
     *
     * @return the address to bind
     * @throws InvalidSettingException when the host has no address
     */
    public InetAddress address() {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new InvalidSettingException(VARIABLE, host + ":" + port, "a host that resolves on this machine");
        }
    }

    /**
     * Where management listens: beside the service, out of reach of load balancer and mesh when the service takes every
     * interface.
     *
     * @return the host for the management port
     */
    String managementHost() {
        return host.equals("0.0.0.0") || host.equals("[::]") ? "127.0.0.1" : host;
    }

    private static InvalidSettingException invalid(String text) {
        return new InvalidSettingException(VARIABLE, text, ALLOWED);
    }
}
