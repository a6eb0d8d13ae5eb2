#pragma once

#include "web/http/http.h"

#include <cerrno>
#include <memory>
#include <system_error>

namespace giftbox::web {

/// Counts the bytes of a body toward the total of all bodies while it exists.
class BodyRoom {
public:
    BodyRoom(std::size_t& taken, std::size_t most) : taken_(taken), most_(most) {}
    BodyRoom(const BodyRoom&) = delete;
    BodyRoom& operator=(const BodyRoom&) = delete;
    ~BodyRoom() { taken_ -= mine_; }

    /// Whether that many more bytes fit.
    bool take(std::size_t bytes)
    {
        if (bytes > most_ - taken_) {
            return false;
        }
        taken_ += bytes;
        mine_ += bytes;
        return true;
    }

private:
    std::size_t& taken_;
    std::size_t most_;
    std::size_t mine_ = 0;
};

/// Receives a body piece by piece from the request parser, into memory or into a file.
struct RequestBody {
    // NOLINTBEGIN(readability-identifier-naming): the names are the library's.
    struct value_type {
        std::string text;
        std::unique_ptr<Spool> file;
        bool isFile = false;
        BodyRoom* room = nullptr; ///< outlives the read
    };

    class reader {
        // NOLINTEND(readability-identifier-naming)
    public:
        template <class Head>
        reader(Head&, value_type& body) : body_(body)
        {}
        template <class Length, class Error>
        void init(const Length&, Error& error)
        {
            error = {};
        }
        /// A full disk gives the system's own error; ENOMEM means that the limit of all bodies is reached.
        template <class Buffer, class Error>
        std::size_t put(const Buffer& buffer, Error& error)
        {
            const std::string_view bytes(static_cast<const char*>(buffer.data()), buffer.size());
            error = {};
            if (!body_.room->take(bytes.size())) {
                error.assign(ENOMEM, error.category());
                return 0;
            }
            try {
                append(bytes);
            } catch (const std::system_error& failure) {
                error.assign(failure.code().value(), error.category());
            }
            return bytes.size();
        }
        template <class Error>
        void finish(Error& error)
        {
            error = {};
        }

    private:
        void append(std::string_view bytes)
        {
            if (!body_.isFile) {
                body_.text.append(bytes);
                return;
            }
            if (!body_.file) {
                body_.file = std::make_unique<Spool>();
            }
            body_.file->append(bytes);
        }

        value_type& body_;
    };
};

} // namespace giftbox::web
