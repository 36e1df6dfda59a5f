// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.alarm;

/**
 * Names of the alarms of an environment: {@code highlands-ENV-KIND[-INSTANCE]}. An alarm that is made of several
 * watches is a composite of that name, and each watch is an alarm without actions whose name says more at its end.
 *
 * @param environment
 *            local, dev, staging or prod
 */
public record AlarmNames(String environment) {

    /** The alarm of a kind of which there is one in an environment. */
    public String of(AlarmKind kind) {
        return "highlands-" + environment + '-' + kind.id();
    }

    /**
     * The alarm of a kind of which there are several.
     *
     * @param kind
     *            the kind
     * @param instance
     *            which one: a service, or caller and callee of an edge
     */
    public String of(AlarmKind kind, String instance) {
        return instance.isEmpty() ? of(kind) : of(kind) + '-' + instance;
    }

    /** The alarm that is in ALARM while any page is, and so holds tickets back. It tells nobody. */
    public String pageStanding() {
        return "highlands-" + environment + "-page-standing";
    }
}
