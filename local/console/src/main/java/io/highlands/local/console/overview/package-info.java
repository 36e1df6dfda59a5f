// SPDX-License-Identifier: Apache-2.0
/** The first page: the map of services and edges as they are now, alarms, deployments. */
package io.highlands.local.console.overview;
