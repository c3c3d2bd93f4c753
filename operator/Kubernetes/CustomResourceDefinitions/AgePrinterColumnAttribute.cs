namespace DirectRoute.Kubernetes.CustomResourceDefinitions;

/// <summary>Asks for the usual last column of <c>kubectl get</c>, which Kubernetes leaves out once a kind has columns of its own.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AgePrinterColumnAttribute : Attribute;
