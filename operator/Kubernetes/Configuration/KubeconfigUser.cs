namespace DirectRoute.Kubernetes.Configuration;

/// <summary>Who the client is, by a kubeconfig's user entry.</summary>
internal static class KubeconfigUser
{
    public static KubernetesCredentials Credentials(ConfigNode user, KubernetesClientConfiguration target, ConfigNode cluster, HostEnvironment environment)
    {
        if (user.Object("auth-provider") is { } provider)
            throw user.Error("auth-provider", $"'{provider.Text("name")}' is not supported: Kubernetes removed auth providers in 1.26. Use an exec plugin, such as kubelogin or gke-gcloud-auth-plugin");
        var header = Header(user, target, cluster, environment);
        var certificate = Certificate(user);
        return (header, certificate) switch
        {
            (null, null) => KubernetesCredentials.Anonymous,
            ({ } one, null) => one,
            (null, { } other) => other,
            ({ } one, { } other) => new CombinedCredentials(one, other),
        };
    }

    public static Impersonation? Impersonation(ConfigNode user)
    {
        var (name, uid, groups, extra) = (user.Text("as"), user.Text("as-uid"), user.Texts("as-groups"), user.Object("as-user-extra"));
        if (name is not null)
        {
            return new Impersonation
            {
                User = name,
                Uid = uid,
                Groups = groups,
                Extra = extra?.Members.ToDictionary(m => m.Key, m => extra.Texts(m.Key)) ?? [],
            };
        }
        return uid is null && groups.Count == 0 && extra is null ? null : throw user.Error("as", "is missing, but the user acts as somebody's groups, uid or extra");
    }

    private static KubernetesCredentials? Header(ConfigNode user, KubernetesClientConfiguration target, ConfigNode cluster, HostEnvironment environment)
    {
        var (token, tokenFile, userName, password) = (user.Text("token"), user.FilePath("tokenFile"), user.Text("username"), user.Text("password"));
        var hasBasic = userName is not null || password is not null;
        if (hasBasic && (token ?? tokenFile) is not null) throw user.Error("username", "stands beside a token; keep one of them");
        if (tokenFile is not null) return KubernetesCredentials.TokenFile(tokenFile);
        if (token is not null) return Token(user, token);
        if (hasBasic) return KubernetesCredentials.Basic(userName ?? "", password ?? "");
        return user.Object("exec") is { } exec ? new ExecCredentials(ExecPlugin.Read(exec, target, cluster, environment)) : null;
    }

    private static KubernetesCredentials Token(ConfigNode user, string token) => token.Any(c => c is <= ' ' or >= (char)127)
        ? throw user.Error("token", "holds something else than one token")
        : KubernetesCredentials.Token(token);

    private static CertificateFileCredentials? Certificate(ConfigNode user)
    {
        var (certificate, key) = (user.Pem("client-certificate"), user.Pem("client-key"));
        if (certificate is null && key is null) return null;
        if (certificate is null) throw user.Error("client-certificate", "is missing, but there is a client-key");
        if (key is null) throw user.Error("client-key", "is missing, but there is a client-certificate");
        if (certificate.Text is not null && key.Text is not null) PemCertificate.Read(certificate.Text, key.Text, certificate.Origin, key.Origin).Dispose();
        return new CertificateFileCredentials(certificate, key);
    }
}
