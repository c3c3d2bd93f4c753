namespace DirectRoute.Kubernetes.Configuration;

/// <summary>The configuration is wrong or incomplete; the message says where, what, and what to do.</summary>
public sealed class KubernetesConfigurationException(string message, Exception? inner = null) : Exception(message, inner);
