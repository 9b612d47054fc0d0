package org.glasnost.setup;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The transaction manager, by which database it is. */
@Configuration(proxyBeanMethods = false)
class TransactionWiring {
  TransactionWiring() {}

  @Bean
  PlatformTransactionManager transactionManager(
      EntityManagerFactory entities, @Value("${spring.datasource.url}") String url) {
    return url.startsWith("jdbc:h2:")
        ? new OneWriter(entities)
        : new JpaTransactionManager(entities);
  }
}
