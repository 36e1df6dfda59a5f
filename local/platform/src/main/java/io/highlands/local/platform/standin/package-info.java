// SPDX-License-Identifier: Apache-2.0
/** What stands on this machine for the resources of services: a PostgreSQL that is started, a secret that is made, or what a variable gives. */
package io.highlands.local.platform.standin;
