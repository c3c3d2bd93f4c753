namespace DirectRoute.Kubernetes.Configuration;

/// <summary>What the configuration takes from the machine, so that a test can give it another one.</summary>
/// <param name="Variable">An environment variable, or null.</param>
/// <param name="Home">The user's folder.</param>
/// <param name="ServiceAccountFolder">Where a pod finds its service account.</param>
internal sealed record HostEnvironment(Func<string, string?> Variable, string Home, string ServiceAccountFolder)
{
    public static HostEnvironment Process => new(
        Environment.GetEnvironmentVariable,
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        "/var/run/secrets/kubernetes.io/serviceaccount");

    public bool Has(string variable) => !string.IsNullOrEmpty(Variable(variable));
}
