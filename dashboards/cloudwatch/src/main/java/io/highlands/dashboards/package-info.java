// SPDX-License-Identifier: Apache-2.0
/** Dashboards and alarms as CDK constructs, from one declaration of the services. */
package io.highlands.dashboards;
