namespace Managed.Agents.Emulator;

/// <summary>How many bytes of files a request may still bring.</summary>
internal sealed class ByteBudget(long maximum)
{
    // Boundaries, part headers and text fields count towards the length of a request, but not towards the limit on its files.
    private const long FormAllowance = 1024 * 1024;

    private long _spent;

    public void CheckDeclared(long? contentLength)
    {
        if (contentLength > maximum + FormAllowance)
        {
            throw TooLarge();
        }
    }

    public void Spend(int bytes)
    {
        _spent += bytes;
        if (_spent > maximum)
        {
            throw TooLarge();
        }
    }

    private ApiError TooLarge() => ApiError.TooLarge($"The upload is larger than {maximum} bytes.");
}
