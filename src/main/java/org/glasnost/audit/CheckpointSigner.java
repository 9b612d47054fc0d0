package org.glasnost.audit;

/**
 * The Ed25519 key (RFC 8032) that signs checkpoints and exports. Where it lies is its own affair.
 */
public interface CheckpointSigner {
  /** The public key: 32 bytes as RFC 8032 encodes it. */
  byte[] publicKey();

  /** The signature over a message: 64 bytes. */
  byte[] sign(byte[] message);
}
