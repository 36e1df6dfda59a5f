// SPDX-License-Identifier: Apache-2.0
/** What stands on this machine for the resources of services: a PostgreSQL that is started, or a URL that the user gives. */
package io.highlands.local.platform.standin;
