namespace DirectRoute.Kubernetes.Configuration;

/// <summary>A bearer token in a file.</summary>
internal sealed class TokenFileCredentials(string path) : FileCredentials
{
    private protected override async Task<Credential> ReadAsync(Credential? previous, CancellationToken cancellationToken)
    {
        var token = (await ConfigurationFile.ReadTextAsync(path, "token file", cancellationToken).ConfigureAwait(false)).Trim();
        if (token.Length == 0) throw new KubernetesConfigurationException($"{path}: the token file is empty.");
        if (token.Any(c => c is <= ' ' or >= (char)127)) throw new KubernetesConfigurationException($"{path}: the token file holds something else than one token.");
        return previous?.Authorization?.Parameter == token ? previous : Credential.Bearer(token);
    }
}
