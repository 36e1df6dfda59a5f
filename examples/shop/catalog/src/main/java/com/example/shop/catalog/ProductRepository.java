// SPDX-License-Identifier: Apache-2.0
package com.example.shop.catalog;

import org.springframework.data.jpa.repository.JpaRepository;

interface ProductRepository extends JpaRepository<Product, Long> {
}
