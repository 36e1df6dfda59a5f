// SPDX-License-Identifier: Apache-2.0
/** A new service of the checkout: its entry in services.yaml, and its module from templates. */
package io.highlands.local.checkout.service;
