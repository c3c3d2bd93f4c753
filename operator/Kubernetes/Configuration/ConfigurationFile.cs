using System.Security;

namespace DirectRoute.Kubernetes.Configuration;

/// <summary>Reads small text files of the configuration.</summary>
internal static class ConfigurationFile
{
    /// <summary>More than any kubeconfig, certificate bundle or token needs; a device or a wrong path shall not fill the memory.</summary>
    public const int MaxBytes = 4 << 20;

    public static string ReadText(string path, string what)
    {
        try
        {
            using var file = Open(path, what);
            using var reader = new StreamReader(file);
            return Bounded(reader.ReadToEnd(), path, what);
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
            using var file = Open(path, what);
            using var reader = new StreamReader(file);
            return Bounded(await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false), path, what);
        }
        catch (Exception e) when (IsFileError(e))
        {
            throw new KubernetesConfigurationException($"{path}: the {what} cannot be read: {e.Message}", e);
        }
    }

    private static FileStream Open(string path, string what)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.CanSeek && file.Length <= MaxBytes) return file;
        file.Dispose();
        throw TooLong(path, what);
    }

    private static string Bounded(string text, string path, string what) => text.Length <= MaxBytes ? text : throw TooLong(path, what);

    private static KubernetesConfigurationException TooLong(string path, string what) =>
        new($"{path}: the {what} is no regular file of at most {MaxBytes >> 20} MiB.");

    private static bool IsFileError(Exception e) => e is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException;
}
