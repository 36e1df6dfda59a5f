// SPDX-License-Identifier: Apache-2.0
/** What a running environment's metrics, alarms and dashboards come to in a month, at a stated price list. */
package io.highlands.local.cost;
