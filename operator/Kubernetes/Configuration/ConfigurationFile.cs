using System.Security;

namespace DirectRoute.Kubernetes.Configuration;

/// <summary>Reads small text files of the configuration.</summary>
internal static class ConfigurationFile
{
    /// <summary>More than any kubeconfig, certificate bundle or token needs; a device or a wrong path shall not fill the memory.</summary>
    private const int MaxChars = 1 << 20;

    public static string ReadText(string path, string what)
    {
        try
        {
            using var file = Open(path);
            using var reader = new StreamReader(file);
            var buffer = new char[MaxChars + 1];
            return Bounded(buffer, reader.ReadBlock(buffer), path, what);
        }
        catch (Exception e) when (IsFileError(e))
        {
            throw new KubernetesConfigurationException($"{path}: the {what} cannot be read: {e.Message}", e);
        }
    }

    public static async Task<string> ReadTextAsync(string path, string what, CancellationToken cancellationToken)
    {
        try
        {
            using var file = Open(path);
            using var reader = new StreamReader(file);
            var buffer = new char[MaxChars + 1];
            return Bounded(buffer, await reader.ReadBlockAsync(buffer, cancellationToken).ConfigureAwait(false), path, what);
        }
        catch (Exception e) when (IsFileError(e))
        {
            throw new KubernetesConfigurationException($"{path}: the {what} cannot be read: {e.Message}", e);
        }
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private static string Bounded(char[] buffer, int length, string path, string what) => length <= MaxChars
        ? new string(buffer, 0, length)
        : throw new KubernetesConfigurationException($"{path}: the {what} is longer than {MaxChars} characters.");

    private static bool IsFileError(Exception e) => e is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException;
}
